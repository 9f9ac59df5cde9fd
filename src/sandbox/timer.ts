/** Waiting, handed in so that tests need not wait. */
export interface Timer {
  /** Runs `run` after `ms` milliseconds unless the returned function is called first. */
  after(ms: number, run: () => void): () => void
}

/** Real time. It never keeps a process alive by itself. */
export const realTimer: Timer = {
  after(ms, run) {
    const handle = setTimeout(run, ms)
    handle.unref()
    return () => clearTimeout(handle)
  },
}

/** Resolves after `ms` milliseconds of `timer`. */
export function pause(timer: Timer, ms: number): Promise<void> {
  return new Promise((resolve) => {
    timer.after(ms, resolve)
  })
}
