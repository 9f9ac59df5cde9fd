import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export type MissingWhat = 'policy' | 'coefficient' | 'score' | 'gate' | 'appeal' | 'quota'

/** One thing that is missing, with the button that takes one there. */
export interface MissingItem {
  readonly what: MissingWhat
  readonly text: string
  readonly button: string
  readonly action: Action
}

export interface ResultGateFacts {
  readonly year: number
  readonly status: 'unproposed' | 'proposed' | 'ratified' | 'announced'
  /** Of this page. */
  readonly items: readonly MissingItem[]
  /** Of all pages. */
  readonly total: number
  readonly turns: readonly Button[]
  readonly office: boolean
  /** Whether an appeal changed what was ratified. */
  readonly corrects: boolean
  readonly ratified: { readonly by: string; readonly when: string } | null
  readonly announced: { readonly by: string; readonly when: string } | null
}

const TITLES: { readonly [what in MissingWhat]: string } = {
  policy: '年度政策未确认',
  coefficient: '没有权重系数',
  score: '考核得分未确定',
  gate: '一票否决未报齐',
  appeal: '申诉未办结',
  quota: '优秀比例未确定',
}
const LONGEST_BUTTON = 12

/** The gate to publication: all that is missing at once, and the next step (rulebook 6). */
export function resultGateCard(facts: ResultGateFacts): Card {
  const title = `${facts.year}年度结果公布`
  if (facts.status === 'announced') return announcedCard(title, facts)
  if (facts.status === 'ratified') return ratifiedCard(title, facts)
  const { total } = facts
  return {
    title,
    status: total > 0 ? { text: `还缺${total}项`, tone: 'orange' } : { text: '待评优审定', tone: 'blue' },
    summary: total > 0 ? `还缺${total}项，齐全后才能审定和公布` : '材料已齐，待领导小组评优审定',
    elements:
      total > 0
        ? [line('以下各项齐全后，才能审定和公布结果。点按钮前往办理：'), ...missingPart(facts)]
        : [
            line('材料已齐，请领导小组评优审定。'),
            buttons({
              text: '评优审定',
              style: 'primary',
              action: { show: 'excellence', with: { year: facts.year } },
            }),
          ],
  }
}

function missingPart({ year, items, turns, office }: ResultGateFacts): Element[] {
  const kinds = [...new Set(items.map((one) => one.what))]
  const gates = kinds.includes('gate')
  const chase: Button = { text: '催办关口', action: { show: 'gate-reminder', with: { year } } }
  return [
    ...kinds.flatMap((what) =>
      kindPart(
        what,
        items.filter((one) => one.what === what),
      ),
    ),
    ...(gates && office ? [buttons(chase)] : []),
    ...(turns.length > 0 ? [buttons(...turns)] : []),
  ]
}

function kindPart(what: MissingWhat, items: readonly MissingItem[]): Element[] {
  const separator = what === 'gate' ? '\n' : '、'
  return [
    { tag: 'text', spans: [{ text: TITLES[what], bold: true, tone: 'orange' }] },
    line(items.map((one) => one.text).join(separator)),
    buttons(...items.map(({ button, action }) => ({ text: cut(button), action }))),
  ]
}

const cut = (text: string): string =>
  text.length > LONGEST_BUTTON ? `${text.slice(0, LONGEST_BUTTON - 1)}…` : text

function ratifiedCard(title: string, facts: ResultGateFacts): Card {
  const { year, ratified, corrects, total } = facts
  const signed = line(`${ratified?.by ?? '领导小组'} 于 ${ratified?.when ?? '此前'} 审定。`, 'green')
  const list: Button = { text: '先看名单', action: { show: 'result-list', with: { year } } }
  if (total > 0)
    return {
      title,
      status: { text: `还缺${total}项`, tone: 'orange' },
      summary: `结果已审定，还有${total}项未办结，办结后才能公布`,
      elements: [signed, line('以下各项办结后，才能公布结果：'), ...missingPart(facts), buttons(list)],
    }
  if (corrects) return correctingCard(title, facts, signed)
  return {
    title,
    status: { text: '待公布', tone: 'blue' },
    summary: '考核结果已审定，可以公布',
    elements: [
      signed,
      line('可以公布。'),
      buttons(
        {
          text: '公布结果',
          style: 'primary',
          action: { do: 'results.announce', with: { year } },
          confirm: {
            title: '公布考核结果？',
            text: '各单位收到本单位结果，全体有关人员收到名单。公布后只能凭申诉决定更正。',
          },
        },
        list,
      ),
    ],
  }
}

function correctingCard(title: string, { year }: ResultGateFacts, signed: Element): Card {
  return {
    title,
    status: { text: '待更正', tone: 'orange' },
    summary: '申诉决定改变了得分，待领导小组更正结果',
    elements: [
      signed,
      line('申诉决定改变了得分，名次和等次可能变动，请领导小组更正后再公布。', 'orange'),
      buttons({ text: '去更正', style: 'primary', action: { show: 'excellence', with: { year } } }),
    ],
  }
}

function announcedCard(title: string, facts: ResultGateFacts): Card {
  const { year, announced, corrects, total } = facts
  const signed = line(`${announced?.by ?? '领导小组办公室'} 于 ${announced?.when ?? '此前'} 公布。`, 'green')
  if (corrects && total === 0) return correctingCard(title, facts, signed)
  const files: Button[] = [
    { text: '结果总表', action: { send: 'results-workbook', with: { year } } },
    { text: '绩效工资表', action: { send: 'pay-workbook', with: { year } } },
  ]
  return {
    title,
    status: { text: '已公布', tone: 'green' },
    summary: '考核结果已公布',
    elements: [
      signed,
      ...(total > 0 ? [line('有申诉正在办理，决定后如有变动将更正并重新公布。'), ...missingPart(facts)] : []),
      note('本年度结果不再更改；如需更正，须由领导小组对申诉作出决定。办公室可发送「阶段」结束本年度。'),
      buttons(
        { text: '查看名单', action: { show: 'result-list', with: { year } } },
        ...(facts.office ? files : []),
      ),
    ],
  }
}
