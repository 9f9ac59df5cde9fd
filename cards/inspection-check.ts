import { endElements, type InspectionEnd } from './inspection-visit.ts'
import { INSPECTION_STATUSES, type InspectionStatus, inspectionName } from './inspection-words.ts'
import type { Params } from './kit.ts'
import { type Button, buttons, type Card, type Element, type FormSpec, field, line, note } from './kit.ts'

export interface InspectionCheckFacts {
  readonly year: number
  readonly number: number
  readonly body: string
  readonly status: InspectionStatus
  readonly purpose: string
  /** `教学单位的重点目标`, `行政部门`: from what is drawn. */
  readonly range: string
  /** 项 for goals, 个单位 for units. */
  readonly counter: string
  readonly places: number
  readonly population: number
  readonly listHash: string
  readonly inspectors: readonly string[]
  /** `教务处（张明所在）` */
  readonly excluded: readonly string[]
  readonly by: string
  readonly at: string
  readonly draw: {
    readonly witness: string
    readonly said: string
    readonly at: string
    readonly seed: string
    /** In the order of the draw. */
    readonly picked: readonly { readonly unit: string; readonly goal: string }[]
  } | null
  readonly end: InspectionEnd | null
  /** For who may witness the draw now. */
  readonly witness: { readonly form: string; readonly spec: FormSpec; readonly params: Params } | null
  readonly actions: readonly Button[]
}

const METHOD =
  '方法：先公布名单指纹，再由督查人员以外的见证人报号；种子是这次见证的日志校验值，任何人事先都算不出，也不能重抽。'
const REPEAT =
  '点「取得名单」得到编号文件，它的 SHA-256 就是名单指纹。每个编号按 SHA-256（种子、换行、编号）的十六进制值从小到大排列，取前几名，就是抽取结果。任何人都可以用下面的命令重算：'

/** What repeats a draw in any shell; the list is the file that 取得名单 sends. */
export const repeatCommand = (seed: string, places: number): string =>
  `while IFS= read -r id; do printf '%s %s\\n' "$(printf '%s\\n%s' ${seed} "$id" | sha256sum | cut -c1-64)" "$id"; done < 名单.txt | LC_ALL=C sort | head -n ${places}`

/** A spot check: population, number and method before the draw; seed and result after it. */
export function inspectionCheckCard(facts: InspectionCheckFacts): Card {
  const { year, number, body, draw, range, places, counter } = facts
  return {
    title: `抽查：${range}`,
    subtitle: `${inspectionName('check', year, number)} · ${body}`,
    status: INSPECTION_STATUSES[facts.status],
    summary: draw
      ? `${inspectionName('check', year, number)}已抽取 ${draw.picked.length} ${counter}`
      : `${body}拟抽查 ${places} ${counter}，待见证抽取`,
    elements: [
      line(`事由：${facts.purpose}`),
      ...stated(facts),
      note(METHOD),
      ...(draw ? drawn(facts, draw) : []),
      ...endElements(facts.end),
      ...witnessForm(facts),
      ...(facts.actions.length > 0 ? [buttons(...facts.actions)] : []),
    ],
  }
}

function stated(facts: InspectionCheckFacts): Element[] {
  const { population, places, counter, excluded } = facts
  return [
    {
      tag: 'fields',
      items: [
        { label: '范围', value: facts.range },
        { label: '数量', value: `${population} ${counter}中抽 ${places}` },
        { label: '人员', value: facts.inspectors.join('、') },
        { label: '回避', value: excluded.length === 0 ? '无' : excluded.join('、') },
      ],
    },
    note(`名单指纹（SHA-256）：${facts.listHash}`),
    note(`${facts.by} 于 ${facts.at} 公布`),
  ]
}

function drawn(
  { counter, places }: InspectionCheckFacts,
  draw: NonNullable<InspectionCheckFacts['draw']>,
): Element[] {
  const goals = draw.picked.some((one) => one.goal !== '')
  return [
    line(
      `${draw.at} ${draw.witness}见证报号「${draw.said}」，抽中 ${draw.picked.length} ${counter}：`,
      'green',
    ),
    {
      tag: 'table',
      columns: [
        { name: 'place', label: '序', kind: 'number', width: '80px' },
        { name: 'unit', label: '单位', kind: 'text' },
        ...(goals ? [{ name: 'goal', label: '目标', kind: 'text' } as const] : []),
      ],
      rows: draw.picked.map(({ unit, goal }, position) => ({
        place: position + 1,
        unit,
        ...(goals ? { goal } : {}),
      })),
      pageSize: 10,
    },
    {
      tag: 'fold',
      title: '怎样重算',
      elements: [line(`种子：${draw.seed}`), note(REPEAT), note(repeatCommand(draw.seed, places))],
    },
  ]
}

function witnessForm({ witness }: InspectionCheckFacts): Element[] {
  if (witness === null) return []
  const { form, spec, params } = witness
  return [
    {
      tag: 'form',
      name: form,
      elements: spec.fields.map(field),
      buttons: [{ text: spec.submit, style: 'primary', action: { submit: form, with: params } }],
    },
  ]
}
