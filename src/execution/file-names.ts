import { sayInstant } from '../kernel/time.ts'
import type { EvidenceTable } from '../store/schema/execution.ts'

type Named = Pick<EvidenceTable, 'kind' | 'name' | 'at'>

/** What people call a file. A picture comes without a name, so it is called by its time. */
export function sayFile({ kind, name, at }: Named): string {
  return kind === 'image' ? `图片 ${sayInstant(at)}` : name
}

/** The files' names, each different from the others: of several alike the later ones are numbered. Those still under way say so. */
export function sayFiles(files: readonly (Named & Pick<EvidenceTable, 'state'>)[]): string[] {
  const seen = new Map<string, number>()
  return files.map((file) => {
    const name = sayFile(file)
    const count = (seen.get(name) ?? 0) + 1
    seen.set(name, count)
    const own = count === 1 ? name : `${name}（${count}）`
    return file.state === 'kept' ? own : `${own}（正在保存）`
  })
}

const PICTURES: readonly (readonly [extension: string, first: readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47]],
  ['jpg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46]],
  ['webp', [0x52, 0x49, 0x46, 0x46]],
]

/** The name under which a file is sent back; a picture gets the ending that its first bytes tell. */
export function returnName(file: Named, bytes: Uint8Array): string {
  if (file.kind === 'file') return file.name
  const [extension = 'jpg'] =
    PICTURES.find(([, first]) => first.every((byte, position) => bytes[position] === byte)) ?? []
  return `${sayFile(file).replaceAll(/[ :]/g, '-')}.${extension}`
}
