/** 复制去年: what could be copied for each unit, before anything is. */
import * as z from 'zod'
import { goalCopyCard } from '../../../cards/goal-copy.ts'
import { say } from '../../kernel/chapter.ts'
import { pageOf } from '../../kernel/paging.ts'
import { viewOf } from '../../kernel/view.ts'
import type { CopyRefusal } from '../rules/copy.ts'
import { currentYear } from '../views/asked.ts'
import { cardMessage, noYear, sentenceCard } from '../views/notice.ts'
import { planningWording } from '../wording.ts'
import { type Survey, surveyCopies, type UnitCopy } from './survey.ts'
import { copyWording } from './wording.ts'

const TITLE = '复制去年'
const PAGE_SIZE = 12

export const goalCopyView = viewOf({
  name: 'goal-copy',
  params: z.object({
    year: z.int().exactOptional(),
    /** Part of the name of a unit. */
    unit: z.string().exactOptional(),
    page: z.int().exactOptional(),
  }),
  async render(db, { year: asked, unit, page: wanted }, viewer) {
    const year = asked ?? (await currentYear(db))
    const survey = year === undefined ? undefined : await surveyCopies(db, year, viewer)
    if (year === undefined || !survey) return noYear(TITLE)
    if (survey.units.length === 0)
      return sentenceCard(TITLE, '没有由您填报常规目标的单位。如应有，请联系领导小组办公室核对角色。')
    const units = survey.units.filter(({ seat }) => seat.name.includes(unit ?? ''))
    if (units.length === 0)
      return sentenceCard(
        TITLE,
        `由您填报常规目标的单位中没有「${unit}」。请发送「复制去年」，查看全部单位。`,
      )
    const params = { year, ...(unit !== undefined && { unit }) }
    const page = pageOf(units, PAGE_SIZE, wanted ?? 0, { name: 'goal-copy', params })
    const copyable = units.filter(({ decision }) => 'events' in decision)
    return cardMessage(
      goalCopyCard({
        year,
        units: page.items.map((one) => unitFacts(survey, one)),
        goals: copyable.reduce((sum, one) => sum + one.fresh.length, 0),
        all:
          copyable.length > 1
            ? { do: 'goals.copy', with: { year, units: copyable.map(({ seat }) => seat.unit) } }
            : null,
        turns: page.turns,
      }),
    )
  },
})

function unitFacts({ desk, itemNames }: Survey, { seat, fresh, copied, ended, decision }: UnitCopy) {
  return {
    name: seat.name,
    titles: fresh.map((goal) => goal.content.title),
    copied,
    ended: ended.map((item) => itemNames.get(item) ?? item),
    barred: 'refusal' in decision ? sayWhy(decision.refusal) : '',
    copy:
      'events' in decision
        ? ({ do: 'goals.copy', with: { year: desk.year, units: [seat.unit] } } as const)
        : null,
  }
}

const sayWhy = (refusal: CopyRefusal): string =>
  say({ ...planningWording, ...copyWording }, refusal) ?? '现在不能复制。'
