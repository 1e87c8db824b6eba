/** One thing wrong in content/ or with how the code uses it. `line` is 1-based. */
export interface ContentFault {
  file: string
  line: number
  message: string
}
