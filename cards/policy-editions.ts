import { type Button, buttons, type Card, type Element, line, note } from './kit.ts'

export interface EditionFacts {
  readonly number: number
  /** From when on it holds. */
  readonly at: string
  readonly by: string
  /** `label：from → to`, in words. */
  readonly changes: readonly string[]
  /** Changes that the card leaves out. */
  readonly more: number
  /** The notice with which it was confirmed, by whom and when; null where it never was. */
  readonly confirmed: string | null
}

export interface PolicyEditionsFacts {
  readonly year: number
  /** The present edition. */
  readonly present: number
  /** Those of this page, the newest first. */
  readonly editions: readonly EditionFacts[]
  readonly turns: readonly Button[]
}

/** Every edition of a year's policy: what changed, by whom, when, and with which notice it was confirmed. */
export function policyEditionsCard({ year, present, editions, turns }: PolicyEditionsFacts): Card {
  return {
    title: `${year}年度政策：历次版本`,
    status: { text: `第${present}版`, tone: 'blue' },
    summary: `${year}年度政策共${present}版`,
    elements: [
      note('每版自修改之时起执行，到下一版为止；已经决定的事项不因新版改变。'),
      ...editions.map((one, position) => editionFold(one, position === 0)),
      ...(turns.length > 0 ? [buttons(...turns)] : []),
      buttons({ text: '返回政策', action: { show: 'policy', with: { year } } }),
    ],
  }
}

function editionFold({ number, at, by, changes, more, confirmed }: EditionFacts, open: boolean): Element {
  return {
    tag: 'fold',
    title: `第${number}版　${at}　${confirmed === null ? '未确认' : '已确认'}`,
    open,
    elements: [
      line(`${by} 于 ${at} ${changes.length === 0 ? '开启年度' : '修改'}`),
      ...changes.map((change) => line(change)),
      ...(more > 0 ? [note(`另有${more}项，见导出的日志。`)] : []),
      confirmed === null ? line('这一版没有确认。', 'orange') : line(`确认：${confirmed}`, 'green'),
    ],
  }
}
