import { type Action, type Button, buttons, type Card, type Element, line, note } from './kit.ts'

/** One kind of what is missing, with the way to it. */
export interface MissingGroup {
  readonly title: string
  readonly items: readonly string[]
  readonly go: { readonly text: string; readonly action: Action } | null
}

export interface ResultGateFacts {
  readonly year: number
  readonly status: 'unproposed' | 'proposed' | 'ratified' | 'announced'
  readonly missing: readonly MissingGroup[]
  readonly ratified: { readonly by: string; readonly when: string } | null
  readonly announced: { readonly by: string; readonly when: string } | null
}

const MOST_ITEMS = 12

/** The gate to publication: all that is missing at once, and the next step (rulebook 6). */
export function resultGateCard(facts: ResultGateFacts): Card {
  const { year, status, missing } = facts
  const title = `${year}年度结果公布`
  if (status === 'announced') return announcedCard(title, facts)
  if (status === 'ratified') return ratifiedCard(title, facts)
  const count = missing.reduce((sum, group) => sum + Math.max(1, group.items.length), 0)
  return {
    title,
    status: count > 0 ? { text: `还缺${count}项`, tone: 'orange' } : { text: '待评优审定', tone: 'blue' },
    summary: count > 0 ? `还缺${count}项，齐全后才能审定和公布` : '材料已齐，待领导小组评优审定',
    elements: [
      line(count > 0 ? '以下各项齐全后，才能审定和公布结果：' : '材料已齐，请领导小组组长评优审定。'),
      ...missing.flatMap(groupPart),
      ...wayButtons(year, missing),
    ],
  }
}

function groupPart({ title, items }: MissingGroup): Element[] {
  const shown = items.slice(0, MOST_ITEMS).join('\n')
  const more = items.length > MOST_ITEMS ? `\n等${items.length}项` : ''
  return [
    { tag: 'text', spans: [{ text: title, bold: true, tone: 'orange' }] },
    ...(items.length > 0 ? [line(`${shown}${more}`)] : []),
  ]
}

function wayButtons(year: number, missing: readonly MissingGroup[]): Element[] {
  const ways = missing.flatMap(({ go }): Button[] => (go ? [go] : []))
  const naming: Button = {
    text: '评优审定',
    style: 'primary',
    action: { show: 'excellence', with: { year } },
  }
  const list = missing.length === 0 ? [naming] : ways
  return list.length === 0 ? [] : [buttons(...list)]
}

function ratifiedCard(title: string, { year, ratified }: ResultGateFacts): Card {
  return {
    title,
    status: { text: '待公布', tone: 'blue' },
    summary: '考核结果已审定，可以公布',
    elements: [
      line(`${ratified?.by ?? '领导小组'} 于 ${ratified?.when ?? '此前'} 审定，可以公布。`, 'green'),
      buttons(
        {
          text: '公布结果',
          style: 'primary',
          action: { do: 'results.announce', with: { year } },
          confirm: {
            title: '公布考核结果？',
            text: '各单位收到本单位结果，全体有关人员收到名单。公布后不再更改。',
          },
        },
        { text: '先看名单', action: { show: 'result-list', with: { year } } },
      ),
    ],
  }
}

function announcedCard(title: string, { year, announced }: ResultGateFacts): Card {
  return {
    title,
    status: { text: '已公布', tone: 'green' },
    summary: '考核结果已公布',
    elements: [
      line(`${announced?.by ?? '领导小组办公室'} 于 ${announced?.when ?? '此前'} 公布。`, 'green'),
      note('本年度结果不再更改；如需更正，须由领导小组对申诉作出决定。办公室可发送「阶段」结束本年度。'),
      buttons({ text: '查看名单', action: { show: 'result-list', with: { year } } }),
    ],
  }
}
