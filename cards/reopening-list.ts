import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'
import { PHASE_NAMES, type Phase } from './phase-names.ts'

/** A phase that is over, open again for one unit. */
export interface OpenReopening {
  readonly unit: string
  readonly name: string
  readonly phase: Phase
  readonly reason: string
  /** The day by which it should be done; '' for none. */
  readonly until: string
  /** Whether that day is past. */
  readonly late: boolean
  readonly by: string
  readonly at: string
}

export interface ReopeningListFacts {
  readonly year: number
  readonly phase: Phase
  readonly total: number
  readonly reopenings: readonly OpenReopening[]
  /** Whether the viewer may open and close. */
  readonly office: boolean
  /** Units that were asked for by name, to be reopened; none where no name was said. */
  readonly asked: readonly { readonly unit: string; readonly name: string }[]
  /** Why none can be reopened now; '' where one can. */
  readonly barred: string
  readonly turns: readonly Button[]
}

/** 重新开放: for which units a phase is open again, and the office's way to open and close. */
export function reopeningListCard(facts: ReopeningListFacts): Card {
  const { year, phase, total, reopenings, office, turns } = facts
  return {
    title: `${year}年度重新开放的单位`,
    status: total === 0 ? { text: '没有', tone: 'muted' } : { text: `${total}个`, tone: 'blue' },
    summary: total === 0 ? '没有为单位重新开放的阶段' : `为${total}个单位重新开放了阶段`,
    elements: [
      note(`现在是「${PHASE_NAMES[phase]}」阶段。`),
      ...(total === 0 ? [line('没有为单位重新开放的阶段。')] : []),
      ...reopeningParts(year, reopenings, office),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      ...(office ? openingPart(facts) : []),
    ],
  }
}

/** Each with its reason, and for the office the button that closes it. */
export function reopeningParts(
  year: number,
  reopenings: readonly OpenReopening[],
  office: boolean,
): Element[] {
  return reopenings.flatMap((one) => [
    line(
      `${one.name}：重新开放「${PHASE_NAMES[one.phase]}」${one.until === '' ? '' : `，${one.until}前办结`}`,
      one.late ? 'orange' : 'plain',
    ),
    note(`${one.reason}（${one.by}，${one.at}）${one.late ? '　已过办结日期，办完请关闭。' : ''}`),
    ...(office ? [buttons(closeButton(year, one))] : []),
  ])
}

const closeButton = (year: number, { unit, name, phase }: OpenReopening): Button => ({
  text: '关闭',
  action: { do: 'phase.reclose', with: { year, unit, phase } },
  confirm: {
    title: `关闭${name}的「${PHASE_NAMES[phase]}」？`,
    text: '已办的内容都保留，没有办完的不能再办；该单位回到全校所在的阶段，有关人员会收到通知。',
  },
})

function openingPart({ year, asked, barred }: ReopeningListFacts): Element[] {
  if (barred !== '') return [note(barred)]
  const form = (text: string, unit?: string): Button => ({
    text,
    style: 'primary',
    action: {
      send: 'form',
      with: { form: 'phase_reopen', params: { year, ...(unit !== undefined && { unit }) } },
    },
  })
  return asked.length > 0
    ? asked.map(({ unit, name }) => buttons(form(`为${name}重新开放`, unit)))
    : [buttons(form('为单位重新开放'))]
}
