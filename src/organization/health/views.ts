/** 体检, for the office: what is not well, each with the button that mends it. */
import * as z from 'zod'
import { type HealthRow, healthCard, ROWS_A_CARD } from '../../../cards/health.ts'
import type { Message } from '../../../cards/kit.ts'
import { pageOf } from '../../kernel/paging.ts'
import { sayDate } from '../../kernel/time.ts'
import { viewOf } from '../../kernel/view.ts'
import { getActor } from '../queries.ts'
import { holds } from '../rules/actor.ts'
import { SCHOOL } from '../subjects.ts'
import { loadFindings } from './load.ts'
import { type Finding, WEIGHT } from './rules/finding.ts'
import { sayFinding } from './wording.ts'

const NOT_YOURS = '组织体检由领导小组办公室查看。单位、人员有误时，请联系办公室更正。'

export const healthView = viewOf({
  name: 'health',
  params: z.object({ page: z.int().exactOptional() }),
  about: () => SCHOOL,
  async render(db, { page: wanted = 0 }, viewer): Promise<Message> {
    if (!holds(await getActor(db, viewer), 'office')) return { kind: 'text', text: NOT_YOURS }
    const found = await loadFindings(db, viewer.today)
    const page = pageOf(found, ROWS_A_CARD, wanted, { name: 'health', params: {} })
    const counts = { stops: 0, harms: 0, note: 0 }
    for (const { code } of found) counts[WEIGHT[code]] += 1
    return {
      kind: 'card',
      card: healthCard({
        on: sayDate(viewer.today),
        counts,
        rows: page.items.map(rowOf),
        turns: page.turns,
      }),
    }
  },
})

const rowOf = (finding: Finding): HealthRow => ({ ...sayFinding(finding), weight: WEIGHT[finding.code] })
