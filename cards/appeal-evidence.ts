import { type Action, type Button, buttons, type Card, line } from './kit.ts'

export interface AppealEvidenceFacts {
  readonly title: string
  readonly files: readonly { readonly name: string; readonly open: Action }[]
  readonly back: Button
}

/** The files behind one deduction's appeal. */
export function appealEvidenceCard({ title, files, back }: AppealEvidenceFacts): Card {
  return {
    title: `佐证材料：${title}`,
    summary: `${files.length}份佐证材料`,
    elements: [
      line(files.length === 0 ? '没有佐证材料。' : '点名称领取：'),
      ...files.map(({ name, open }) => buttons({ text: name.slice(0, 30), action: open })),
      buttons(back),
    ],
  }
}
