import type { Blobs } from '../store/blobs.ts'

/** What this chapter needs of the world: where bytes are kept, and the platform's directory. */
export interface OrganizationDeps {
  readonly blobs: Blobs
  /** Open ids by mobile or e-mail as given; those not found are left out. At most 50 of each are asked at once. */
  readonly lookUp: LookUp
}

export type LookUp = (by: {
  readonly mobiles: readonly string[]
  readonly emails: readonly string[]
}) => Promise<readonly { readonly openId: string; readonly by: string }[]>
