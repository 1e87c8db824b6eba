/** The states of XLIFF 1.2 (section "state") that stand for what is known of a translation here. */
import type { ReviewStatus } from '../../../../src/languages/review/review-file.ts'

export const NAMESPACE = 'urn:oasis:names:tc:xliff:document:1.2'

export const STATE_OF: Readonly<Record<ReviewStatus, string>> = {
  draft: 'needs-review-translation',
  checked: 'translated',
  approved: 'signed-off',
}

/**
 * Only what says so plainly counts as checked. Weblate leaves the state out when it saves and marks what was approved with
 * `approved="yes"` (docs.weblate.org, XLIFF); a text without either has perhaps been read by nobody.
 */
export function statusOf(state: string | undefined, isApproved: boolean): ReviewStatus {
  switch (state) {
    case 'signed-off':
    case 'final':
      return 'approved'
    case 'translated':
      return isApproved ? 'approved' : 'checked'
    case undefined:
      return isApproved ? 'approved' : 'draft'
    default:
      return 'draft'
  }
}
