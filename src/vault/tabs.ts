/** What one tab tells the others. Only codes and opaque ids are sent. */
import type { TabChannel } from './environment.ts'

export type TabMessage =
  | { type: 'lock'; reason: 'now' | 'overdue' }
  /** Somebody works in another tab: the vault is not left alone. */
  | { type: 'activity' }
  /** The vault was made or destroyed. */
  | { type: 'changed' }
  | { type: 'removed'; ids: string[] }

export interface Tabs {
  tell(message: TabMessage): void
}

export function createTabs(channel: TabChannel | undefined, hear: (message: TabMessage) => void): Tabs {
  channel?.listen((message) => {
    if (isTabMessage(message)) hear(message)
  })
  return { tell: (message) => channel?.post(message) }
}

function isTabMessage(message: unknown): message is TabMessage {
  return typeof message === 'object' && message !== null && 'type' in message
}
