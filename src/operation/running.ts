/** What is under way, so that the service can end without leaving anybody without an answer. */
export interface Running {
  /** Counts the work until it has ended, however it ends. */
  track<T>(work: Promise<T>): Promise<T>
  /** From now on nothing new shall begin. */
  close(): void
  readonly closed: boolean
  /** When nothing is under way any more. */
  ended(): Promise<void>
}

export function createRunning(): Running {
  const underWay = new Set<Promise<unknown>>()
  let closed = false
  return {
    track(work) {
      const ended = work.then(
        () => {},
        () => {},
      )
      underWay.add(ended)
      void ended.then(() => underWay.delete(ended))
      return work
    },
    close() {
      closed = true
    },
    get closed() {
      return closed
    },
    async ended() {
      while (underWay.size > 0) await Promise.all(underWay)
    },
  }
}

/** Whether the work ended within so many ms; it goes on, but nobody waits for it any longer. */
export async function endsWithin(ms: number, work: Promise<unknown>): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms)
  })
  return await Promise.race([work.then(() => true as const), late]).finally(() => clearTimeout(timer))
}
