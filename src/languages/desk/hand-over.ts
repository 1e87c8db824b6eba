/** How a file leaves the app. The room that does it is not known here: whoever opens the desk brings the way along. */
export type HandOverOutcome = 'shared' | 'downloaded' | 'cancelled' | 'failed'
export type HandOverFile = (file: File) => Promise<HandOverOutcome>
