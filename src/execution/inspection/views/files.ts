/** `check-list`: the list of a spot check, as it was hashed; `finding-file`: a file of a finding or of an answer. */
import * as z from 'zod'
import { type ViewDefinition, viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import type { Blobs } from '../../../store/blobs.ts'
import { returnName } from '../../file-names.ts'
import { findEvidence } from '../../queries.ts'
import { told } from '../../views/told.ts'
import { listText } from '../draw.ts'
import { findInspection } from '../queries/inspections.ts'
import { findFinding } from '../queries/notes.ts'
import { seesFinding } from '../reach.ts'
import { isPublished } from '../rules/finding.ts'
import { maySeeInspection } from '../rules/sight.ts'

export const checkListView = viewOf({
  name: 'check-list',
  params: z.object({ inspection: z.templateLiteral(['inspection:', z.int(), ':', z.int()]) }),
  async render(db, { inspection }, viewer) {
    const [state, actor] = await Promise.all([findInspection(db, inspection), getActor(db, viewer)])
    if (state.status === 'none' || state.plan.kind !== 'check' || !maySeeInspection(actor, state))
      return told('抽查名单', '没有找到可由您查看的抽查名单。')
    const { year, number, population } = state.plan
    const text = listText(population.map((one) => one.id))
    return { kind: 'file', name: `抽查${year}-${number}名单.txt`, bytes: new TextEncoder().encode(text) }
  },
})

const TITLE = '佐证材料'

/** For whoever may see the finding. */
export const findingFileView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'finding-file',
    params: z.object({ finding: z.templateLiteral(['finding:', z.int(), ':', z.int()]), id: z.string() }),
    async render(db, { finding, id }, viewer) {
      const [state, file] = await Promise.all([findFinding(db, finding), findEvidence(db, id)])
      const seen = isPublished(state) && (await seesFinding(db, state.finding, viewer))
      if (!seen || file?.goal !== finding)
        return told(TITLE, '您无法查看这份材料。如职责有变，请联系领导小组办公室。')
      const bytes = file.sha256 === null ? undefined : await blobs.get(file.sha256)
      return bytes
        ? { kind: 'file', name: returnName(file, bytes), bytes }
        : told(TITLE, '这份材料正在保存，请稍后再取。如一直取不到，请让发送人重新发送。')
    },
  })
