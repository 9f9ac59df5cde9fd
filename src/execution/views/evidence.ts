import * as z from 'zod'
import { type EvidenceReceivedFacts, evidenceReceivedCard } from '../../../cards/evidence-received.ts'
import { never } from '../../kernel/decision.ts'
import { foldSubject } from '../../kernel/subject.ts'
import { type ViewDefinition, type Viewer, viewOf } from '../../kernel/view.ts'
import type { Blobs } from '../../store/blobs.ts'
import type { Database } from '../../store/database.ts'
import { findSeenGoal } from '../access.ts'
import { evidenceLimit } from '../evidence-limit.ts'
import { returnName, sayFile } from '../file-names.ts'
import { findEvidence, isLost } from '../queries.ts'
import type { EvidenceState } from '../rules/evidence.ts'
import { evidence, evidenceId } from '../subject.ts'
import { asCard, told } from './told.ts'

const MEGABYTE = 1024 * 1024
const TITLE = '佐证材料'

/** One file as it stands: kept, or why it could not be kept. For whoever sent it. */
export const evidenceReceivedView = viewOf({
  name: 'evidence-received',
  params: z.object({ id: z.string() }),
  about: ({ id }) => evidenceId(id),
  async render(db, { id }, viewer) {
    const { state } = await foldSubject(db, evidence, evidenceId(id))
    return asCard(evidenceReceivedCard(await factsOf(db, id, state, viewer)))
  },
})

async function factsOf(
  db: Database,
  id: string,
  state: EvidenceState,
  viewer: Viewer,
): Promise<EvidenceReceivedFacts> {
  if (state.status === 'unknown' || state.person !== viewer.by) return { name: '', status: 'gone' }
  const name = sayFile(state)
  const limit = (await evidenceLimit(db)) / MEGABYTE
  const open = { send: 'evidence-file', with: { id } } as const
  switch (state.status) {
    case 'refused': {
      const size = (state.size / MEGABYTE).toFixed(1)
      return { name, status: 'refused', empty: state.size === 0, size, limit }
    }
    case 'kept':
      return { name, status: 'here', kept: true, open }
    case 'awaited':
      return (await isLost(db, id))
        ? { name, status: 'lost', limit }
        : { name, status: 'here', kept: false, open }
    default:
      return never(state)
  }
}

const HIDDEN = '您无法查看这份材料。如职责有变，请联系领导小组办公室。'
const ON_ITS_WAY = '这份材料正在保存，请稍后再取。如一直取不到，请让报送人重新发送。'

/** The file itself: for whoever sent it, and whoever may see the progress that it supports. */
export const evidenceFileView = (blobs: Blobs): ViewDefinition =>
  viewOf({
    name: 'evidence-file',
    params: z.object({ id: z.string() }),
    async render(db, { id }, viewer) {
      const file = await findEvidence(db, id)
      const own = file?.person === viewer.by
      const seen = own || (file?.goal ? await findSeenGoal(db, viewer, file.goal) : undefined)
      if (!file || !seen) return told(TITLE, HIDDEN)
      const bytes = file.sha256 === null ? undefined : await blobs.get(file.sha256)
      return bytes ? { kind: 'file', name: returnName(file, bytes), bytes } : told(TITLE, ON_ITS_WAY)
    },
  })
