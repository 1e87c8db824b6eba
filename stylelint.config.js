/** Styles hold in both directions: what has a side is said by where lines begin and end, never by left and right. */
export default {
  plugins: ['stylelint-plugin-logical-css'],
  rules: {
    // Only Firefox knows overflow-inline and overflow-block; which way a box scrolls is the same in both directions.
    'logical-css/require-logical-properties': [true, { ignore: ['overflow-x', 'overflow-y'] }],
    'logical-css/require-logical-keywords': true,
  },
  overrides: [
    { files: ['**/*.vue'], customSyntax: 'postcss-html' },
    { files: ['**/*.scss'], customSyntax: 'postcss-scss' },
  ],
}
