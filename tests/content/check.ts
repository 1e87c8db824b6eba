export interface ContentFault { file: string; line: number; message: string }
export function checkContent(_root: string): ContentFault[] { return [] }
