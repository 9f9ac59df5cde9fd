/** How a call to the platform failed, as it was seen on the wire; `classify.ts` says what it means. */
export type Failure =
  | { readonly kind: 'network'; readonly detail: string }
  | {
      readonly kind: 'answer'
      readonly status: number
      /** The code in the body; nothing when the body was not Feishu's JSON. */
      readonly code: number | undefined
      readonly msg: string
      /** Header `x-ogw-ratelimit-reset`: seconds to wait. */
      readonly reset: string | null
      /** Header `X-Tt-Logid`, by which Feishu finds the call. */
      readonly logId: string | null
    }

/** Thrown by the transport through the SDK, which knows nothing of it and passes it on. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure'
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.kind === 'network' ? failure.detail : `${failure.status} ${failure.code ?? 'without code'}`)
    this.failure = failure
  }
}
