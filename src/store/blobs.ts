/** Bytes by their SHA-256: evidence, workbooks. A folder on Node, R2 on Workers. */
export interface Blobs {
  /** Keeps the bytes and answers their SHA-256 (hex); keeping the same bytes twice is one blob. */
  put(bytes: Uint8Array): Promise<string>
  get(sha256: string): Promise<Uint8Array | undefined>
}
