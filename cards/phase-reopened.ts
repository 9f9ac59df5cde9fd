import { buttons, type Card, line, note } from './kit.ts'
import { PHASE_NAMES, type Phase } from './phase-names.ts'

export interface PhaseReopenedFacts {
  readonly year: number
  readonly unit: string
  readonly phase: Phase
  readonly by: string
  /** Null where it was closed again. */
  readonly opened: { readonly reason: string; readonly until: string } | null
  /** The words that open what can be done now; '' for none. */
  readonly say: string
}

/** Tells a unit, its leader in charge and its groups that a phase is open for the unit again, or closed. */
export function phaseReopenedCard({ year, unit, phase, by, opened, say }: PhaseReopenedFacts): Card {
  const name = PHASE_NAMES[phase]
  if (opened === null) {
    const text = `为${unit}重新开放的「${name}」已由${by}关闭，已办的内容都保留。`
    return {
      title: `${year}年度：${unit}`,
      status: { text: '已关闭', tone: 'muted' },
      summary: text,
      elements: [line(text), note('该单位回到全校所在的阶段。如未办完，请联系领导小组办公室。')],
    }
  }
  const until = opened.until === '' ? '' : `，请在${opened.until}前办结`
  return {
    title: `${year}年度：${unit}`,
    status: { text: '重新开放', tone: 'blue' },
    summary: `为${unit}重新开放「${name}」${until}`,
    elements: [
      line(`${by}为${unit}重新开放了「${name}」${until}。`),
      line(`原因：${opened.reason}`),
      note('只对这个单位开放，其他单位不变。办完后由办公室关闭。'),
      ...(say === '' ? [] : [buttons({ text: say, style: 'primary', action: { say } })]),
    ],
  }
}
