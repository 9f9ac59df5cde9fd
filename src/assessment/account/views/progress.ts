import * as z from 'zod'
import { accountProgressCard } from '../../../../cards/account-progress.ts'
import { findSpan } from '../../../execution/queries/lights.ts'
import { pageOf } from '../../../kernel/paging.ts'
import { daysBetween, sayDate, sayInstant } from '../../../kernel/time.ts'
import { viewOf } from '../../../kernel/view.ts'
import { getActor } from '../../../organization/queries.ts'
import { sayWhenOpens } from '../../../policy/calendar/queries.ts'
import { findCurrentYear } from '../../../policy/queries.ts'
import { saidInstead, shown } from '../../views/said.ts'
import { type AccountStanding, listAccounts } from '../queries.ts'
import { followed } from '../reach.ts'

const TITLE = '年度自评进度'
const UNITS_A_PAGE = 20

/** 自评进度: for the office and the leading group all units, for groups and leaders their own. */
export const accountProgressView = viewOf({
  name: 'account-progress',
  params: z.object({ page: z.int().default(0) }),
  async render(db, { page: wanted }, viewer) {
    const [open, actor] = await Promise.all([findCurrentYear(db), getActor(db, viewer)])
    if (!open) return saidInstead(TITLE, '年度还没有开启，请等候领导小组办公室通知。')
    if (open.phase === 'setting' || open.phase === 'execution') {
      const when = sayWhenOpens(open, 'assessment', viewer.today)
      return saidInstead(TITLE, `考核阶段还没有开始，各单位届时填写自评。${when}`)
    }
    const reach = await followed(db, actor)
    if (reach !== 'all' && reach.length === 0) {
      return saidInstead(TITLE, '自评进度由办公室、考核组和学校领导查看；发送「自评」查看本单位的自评。')
    }
    const [all, span] = await Promise.all([
      listAccounts(db, open.year, reach === 'all' ? undefined : reach),
      findSpan(db, open.year),
    ])
    const units = all.filter((one) => one.goals > 0)
    const { items, turns } = pageOf(units, UNITS_A_PAGE, wanted, { name: 'account-progress', params: {} })
    return shown(
      accountProgressCard({
        year: open.year,
        since: span.endedOn === null ? '' : sayDate(span.endedOn).replace(/^\d+年/, ''),
        days: span.endedOn === null ? 0 : daysBetween(span.endedOn, viewer.today),
        total: units.length,
        late: units.filter((one) => one.status !== 'signed').length,
        units: items.map((one) => ({
          name: one.name,
          status: one.status,
          how: howOf(one),
          missed: one.deliberated === 1,
        })),
        turns,
      }),
    )
  },
})

const howOf = ({ status, signed_at, stated, goals }: AccountStanding): string =>
  status === 'signed' && signed_at !== null ? sayInstant(signed_at) : `${stated}/${goals}`
