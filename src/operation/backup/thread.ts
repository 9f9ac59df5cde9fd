/** The backup in a thread of its own: copying and checking block, and people are to be answered meanwhile. */
import { parentPort, Worker, workerData } from 'node:worker_threads'
import { type ErrorFacts, sayError } from '../../log.ts'
import { type BackupOrder, makeBackup } from './make.ts'
import { BackupError, type BackupFacts, type BackupFault } from './result.ts'

type Said =
  | { readonly facts: BackupFacts }
  | { readonly fault: BackupFault; readonly cause: ErrorFacts | undefined }

/** What the other thread knew of the error, for the log. */
class ThreadError extends Error {
  override readonly name = 'ThreadError'
}

/** Runs `entry` as a thread that calls `serveBackup`. Stopped by the signal, it leaves only a file that the next one takes away. */
export function backupInThread(entry: URL, order: BackupOrder, stop: AbortSignal): Promise<BackupFacts> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: order })
    const onStop = (): void => {
      reject(new BackupError('backup-stopped'))
      void thread.terminate()
    }
    stop.addEventListener('abort', onStop, { once: true })
    thread.once('message', (said: Said) => {
      if ('facts' in said) return resolve(said.facts)
      reject(new BackupError(said.fault, { cause: new ThreadError(said.cause?.error ?? said.fault) }))
    })
    thread.once('error', (error) => reject(new BackupError('backup-failed', { cause: error })))
    thread.once('exit', () => {
      stop.removeEventListener('abort', onStop)
      reject(new BackupError('backup-failed'))
    })
  })
}

/** The other side: makes the backup that it was started for, says what came of it, and ends. */
export async function serveBackup(): Promise<void> {
  // Handed over by `backupInThread` and nobody else.
  const order = workerData as BackupOrder
  const said: Said = await makeBackup(order).then(
    (facts) => ({ facts }),
    (error: unknown) => ({
      fault: error instanceof BackupError ? error.fault : 'backup-failed',
      cause: error instanceof Error && error.cause !== undefined ? sayError(error.cause) : undefined,
    }),
  )
  parentPort?.postMessage(said)
}
