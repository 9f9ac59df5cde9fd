import { buttons, type Card, line, note, type Params } from './kit.ts'

export interface DraftFacts {
  readonly form: string
  readonly params: Params
  readonly title: string
  readonly answered: number
  /** In whose name it was begun; absent in the own. */
  readonly for?: string
}

/** The drafts that wait, each to go on with or to delete. */
export function draftsCard(drafts: readonly DraftFacts[]): Card {
  if (drafts.length === 0) {
    return {
      title: '我的草稿',
      summary: '没有草稿',
      elements: [line('没有草稿。发送「帮助」可查看能办的事。')],
    }
  }
  return {
    title: '我的草稿',
    status: { text: `${drafts.length} 份`, tone: 'blue' },
    summary: `您有 ${drafts.length} 份草稿，请选择一份继续填写`,
    elements: drafts.flatMap(({ form, params, title, answered, ...inName }) => [
      line(inName.for === undefined ? title : `${title}（代他人填写）`),
      note(`已填 ${answered} 项`),
      buttons(
        {
          text: '继续填写',
          style: 'primary',
          action: { do: 'dialog.resume', with: { form, params }, ...inName },
        },
        {
          text: '删除草稿',
          style: 'danger',
          action: { do: 'dialog.drop', with: { form, params }, ...inName },
          confirm: { title: '删除草稿', text: `「${title}」已填的 ${answered} 项将被删除，不能恢复。` },
        },
      ),
    ]),
  }
}
