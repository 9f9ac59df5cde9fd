import { PlatformError } from '../../port.ts'
import type { Api } from './api.ts'

/** Feishu takes files of 1 byte to 30 MB (protocol 4.4). */
const MAX_FILE_BYTES = 30 * 1024 * 1024

type FileType = 'opus' | 'mp4' | 'pdf' | 'doc' | 'xls' | 'ppt' | 'stream'
const TYPES: ReadonlyMap<string, FileType> = new Map<string, FileType>([
  ['opus', 'opus'],
  ['mp4', 'mp4'],
  ['pdf', 'pdf'],
  ['doc', 'doc'],
  ['docx', 'doc'],
  ['xls', 'xls'],
  ['xlsx', 'xls'],
  ['ppt', 'ppt'],
  ['pptx', 'ppt'],
])

/** Uploads a file and returns its key. Throws `PlatformError`. */
export async function uploadFile(api: Api, name: string, bytes: Uint8Array): Promise<string> {
  if (bytes.length === 0 || bytes.length > MAX_FILE_BYTES) {
    throw new PlatformError({ kind: 'refused', detail: `a file of ${bytes.length} bytes cannot be sent` })
  }
  return api.withClient('upload file', async (client) => {
    const data = { file_type: fileType(name), file_name: name, file: Buffer.from(bytes) }
    const answer = await client.im.file.create({ data })
    if (answer?.file_key === undefined)
      throw new PlatformError({ kind: 'unreachable', detail: 'no file key' })
    return answer.file_key
  })
}

const fileType = (name: string): FileType =>
  TYPES.get(name.split('.').at(-1)?.toLowerCase() ?? '') ?? 'stream'
