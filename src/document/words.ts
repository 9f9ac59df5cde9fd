/** Words that every document has. */
import { type Instant, localDateOf, sayInstant } from '../kernel/time.ts'

/** What no file system takes is replaced. */
export const fileWords = (text: string): string => text.replaceAll(/[\\/:*?"<>|]/g, '-')

/** Enough of a hash to compare a print with the journal by eye. */
export const shortHash = (hash: string): string => hash.slice(0, 12)

/** `2026年3月1日 10:03` in Shanghai; a document is read in other years too. */
export const sayMoment = (at: Instant): string => `${localDateOf(at).slice(0, 4)}年${sayInstant(at)}`
