/** Stands in for the HTML renderers that jsPDF can load and we never use. */
export default undefined
