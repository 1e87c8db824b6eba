import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import globals from 'globals'
import ts from 'typescript-eslint'
import vueParser from 'vue-eslint-parser'

/** Arrows run one way (the design): app -> tools -> children -> ground floor. */
const mayNotImport = (room, rooms) => ({
  files: [`src/${room}/**/*.{ts,vue}`],
  rules: {
    'no-restricted-imports': [
      'error',
      {
        patterns: [
          { regex: `^(@/|(\\.\\./)+)(${rooms.join('|')})/`, message: `${room}/ may not know of this room` },
          ...(room === 'vault'
            ? []
            : [
                {
                  regex: '^(@/|(\\.\\./)+)vault/(?!index\\.ts$)',
                  message: 'the vault has one door: vault/index.ts',
                },
              ]),
        ],
        paths: room === 'vault' ? [] : [{ name: 'dexie', message: 'only the vault touches IndexedDB' }],
      },
    ],
  },
})

const tools = ['care-profile', 'day-in-my-life', 'chronology', 'guidance']

export default ts.config(
  { ignores: ['dist/', 'coverage/', 'node_modules/', 'test-results/', 'playwright-report/'] },
  ...ts.configs.strictTypeChecked,
  ...vue.configs['flat/recommended'],
  {
    files: ['**/*.{ts,vue}'],
    languageOptions: {
      parser: vueParser,
      parserOptions: {
        parser: ts.parser,
        projectService: true,
        extraFileExtensions: ['.vue'],
        tsconfigRootDir: import.meta.dirname,
      },
      globals: { ...globals.browser, ...globals.node },
    },
    rules: {
      'no-console': 'error',
      'vue/no-v-html': 'error',
      'vue/multi-word-component-names': 'off',
      // An optional property of a typed component is undefined when it is left out: that is its default.
      'vue/require-default-prop': 'off',
      'vue/block-lang': ['error', { script: { lang: 'ts' }, style: { lang: 'scss', allowNoLang: true } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
    },
  },
  {
    files: ['tests/**/*.ts'],
    rules: {
      'no-console': 'off',
      'vue/one-component-per-file': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // Stubbing a browser's method means taking it off its object.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.vue'],
    rules: {
      // The linter does not see that destructured props with `?` are optional; vue-tsc does.
      '@typescript-eslint/no-useless-default-assignment': 'off',
    },
  },
  { files: ['**/*.js'], ...ts.configs.disableTypeChecked },
  mayNotImport('ui', ['app', 'children', 'vault', 'reports', 'languages', ...tools]),
  // The family's screen and the translator's desk are made of the same parts as every other screen.
  mayNotImport('languages', ['app', 'children', 'vault', 'reports', ...tools]),
  mayNotImport('vault', ['app', 'children', 'reports', 'ui', 'languages', ...tools]),
  mayNotImport('reports', ['app', 'children', 'vault', ...tools]),
  mayNotImport('children', ['app', ...tools]),
  ...tools.map((tool) => mayNotImport(tool, ['app', ...tools.filter((other) => other !== tool)])),
  prettier,
)
