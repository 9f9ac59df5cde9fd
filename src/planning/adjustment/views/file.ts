/** A file that supports an adjustment: for everybody who may see the unit's plan. */
import * as z from 'zod'
import { returnName } from '../../../execution/file-names.ts'
import { findEvidence } from '../../../execution/queries.ts'
import { type ViewDefinition, viewOf } from '../../../kernel/view.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { sentenceCard } from '../../views/notice.ts'
import { findAdjustment } from '../queries.ts'
import { loadSight } from '../sight.ts'
import { sayRefusal } from '../wording.ts'

const TITLE = '佐证材料'
const GONE = '这份材料不在这项调整中，请打开最新的卡片领取。'
const ON_ITS_WAY = '这份材料正在保存，请稍后再取。如一直取不到，请申请人重新发送。'

export const adjustmentFileView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'adjustment-file',
    params: z.object({ year: z.int(), unit: z.string(), number: z.int(), file: z.string() }),
    async render(db, { year, unit, number, file: id }, viewer) {
      const [sight, state, file] = await Promise.all([
        loadSight(db, year, unit, viewer),
        findAdjustment(db, year, unit, number),
        findEvidence(db, id),
      ])
      if ('refusal' in sight) return sentenceCard(TITLE, sayRefusal(sight.refusal))
      if (!file || state.status === 'none' || !state.request.evidence.includes(id))
        return sentenceCard(TITLE, GONE)
      const bytes = file.sha256 === null ? undefined : await blobs.get(file.sha256)
      return bytes ? { kind: 'file', name: returnName(file, bytes), bytes } : sentenceCard(TITLE, ON_ITS_WAY)
    },
  })
