/** What is known of a backup that was made: its file, and that it was read again whole. */
export interface BackupFacts {
  /** Name of the file, as `mubiao-2026-03-02T030000.sqlite`. */
  readonly name: string
  readonly bytes: number
  /** Entries of the journal in it, its chain recomputed. */
  readonly entries: number
  /** Files of evidence that stand beside it, and how many of them were new. */
  readonly files: number
  readonly newFiles: number
  /** From the beginning to the name. */
  readonly milliseconds: number
}

/** Why there is no backup: each is said in a sentence of its own. */
export type BackupFault =
  | 'disk-full'
  | 'folder-unwritable'
  | 'copy-damaged'
  | 'journal-broken'
  | 'backup-stopped'
  | 'backup-failed'

export class BackupError extends Error {
  override readonly name = 'BackupError'
  readonly fault: BackupFault
  constructor(fault: BackupFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}
