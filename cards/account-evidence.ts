import { goalName } from './goal-words.ts'
import { buttons, type Card, line, note } from './kit.ts'

export interface AccountEvidenceFacts {
  readonly unit: string
  readonly goal: { readonly number: number; readonly title: string }
  readonly files: readonly { readonly id: string; readonly name: string }[]
}

/** The files that a unit names as evidence of a goal; each is sent at a tap. */
export function accountEvidenceCard({ unit, goal, files }: AccountEvidenceFacts): Card {
  const title = `${goalName(goal.number)} ${goal.title}`
  return {
    title: `佐证材料：${unit}`,
    summary: `${title}的佐证材料${files.length}份`,
    elements: [
      line(title),
      ...(files.length === 0
        ? [note('没有选佐证材料。')]
        : [
            buttons(
              ...files.map(({ id, name }) => ({
                text: name,
                action: { send: 'evidence-file', with: { id } } as const,
              })),
            ),
            note('点文件名取文件。'),
          ]),
    ],
  }
}
