/** The files behind an appeal: for everybody who may see it. */
import * as z from 'zod'
import { appealEvidenceCard } from '../../../../cards/appeal-evidence.ts'
import { sayPlace } from '../../../../cards/appeal-words.ts'
import { returnName, sayFiles } from '../../../execution/file-names.ts'
import { findEvidence, listEvidence } from '../../../execution/queries.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../../kernel/view.ts'
import type { Blobs } from '../../../store/blobs.ts'
import type { Database } from '../../../store/database.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { type AppealPlace, loadCase } from '../case.ts'
import { maySee } from '../sight.ts'

const TITLE = '佐证材料'
const GONE = '这份材料不在您可查看的申诉中，请打开最新的卡片领取。'
const ON_ITS_WAY = '这份材料正在保存，请稍后再取。如一直取不到，请申诉单位重新发送。'

const place = { year: z.int(), unit: z.string(), number: z.int(), place: z.string() }

async function filesOf(
  db: Database,
  appeal: AppealPlace,
  at: string,
  viewer: Viewer,
): Promise<readonly string[]> {
  const known = await loadCase(db, appeal, viewer)
  if ('refusal' in known || !maySee(known)) return []
  const { appeal: state } = known.facts
  const items = 'items' in state ? state.items : []
  return items.find((one) => one.place === at)?.evidence ?? []
}

export const appealEvidenceView = viewOf({
  name: 'appeal-evidence',
  params: z.object(place),
  async render(db, { place: at, ...appeal }, viewer) {
    const files = await listEvidence(db, await filesOf(db, appeal, at, viewer))
    const names = sayFiles(files)
    return shown(
      appealEvidenceCard({
        title: sayPlace(at),
        files: files.map(({ id }, index) => ({
          name: names[index] ?? id,
          open: { send: 'appeal-file', with: { ...appeal, place: at, file: id } },
        })),
        back: { text: '返回申诉', action: { show: 'appeal', with: appeal } },
      }),
    )
  },
})

export const appealFileView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'appeal-file',
    params: z.object({ ...place, file: z.string() }),
    async render(db, { place: at, file: id, ...appeal }, viewer) {
      const [files, file] = await Promise.all([filesOf(db, appeal, at, viewer), findEvidence(db, id)])
      if (!file || !files.includes(id)) return saidInstead(TITLE, GONE)
      const bytes = file.sha256 === null ? undefined : await blobs.get(file.sha256)
      return bytes ? { kind: 'file', name: returnName(file, bytes), bytes } : saidInstead(TITLE, ON_ITS_WAY)
    },
  })
