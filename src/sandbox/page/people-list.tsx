/** The people of the university, by unit: whoever is chosen here is whose chat is seen at the right. */
import type { CampusChat, SandboxPerson } from '../model.ts'
import { Avatar } from './avatar.tsx'
import type { Drawn } from './card/drawing.ts'
import { messageLine } from './summary.ts'
import { shortTime } from './when.ts'

export function PeopleList({ chat, chosen }: { chat: CampusChat; chosen: string | undefined }): Drawn {
  const people = chat.people()
  return (
    <nav class="people" aria-label="校内人员" hx-sync="this:replace">
      <div class="people-head">
        <div class="people-title">
          以谁的身份查看 <span class="people-count">{people.length} 人</span>
        </div>
        <input
          type="search"
          class="search"
          data-search
          placeholder="搜索姓名、职务、单位"
          aria-label="搜索"
        />
      </div>
      <div class="people-scroll">
        {[...byUnit(people)].map(([unit, members]) => (
          <section class="unit" data-unit>
            <h2 class="unit-name">{unit}</h2>
            {members.map((person) => (
              <PersonRow chat={chat} person={person} current={person.openId === chosen} />
            ))}
          </section>
        ))}
        <div class="people-none" data-search-none hidden>
          没有找到，换一个词试试。
        </div>
      </div>
    </nav>
  )
}

function byUnit(people: readonly SandboxPerson[]): ReadonlyMap<string, readonly SandboxPerson[]> {
  const units = new Map<string, SandboxPerson[]>()
  for (const person of people) units.set(person.unit, [...(units.get(person.unit) ?? []), person])
  return units
}

interface RowProps {
  readonly chat: CampusChat
  readonly person: SandboxPerson
  readonly current?: boolean
}

/** One person with the last message of their chat and the number of unread ones. */
export function PersonRow({ chat, person, current = false }: RowProps): Drawn {
  const last = chat.messages(person.openId).at(-1)
  const unread = chat.unread(person.openId)
  const href = `/chat/${encodeURIComponent(person.openId)}`
  return (
    <a
      id={`p-${person.openId}`}
      class="person"
      href={href}
      hx-get={href}
      hx-target="#chat"
      hx-swap="outerHTML"
      hx-push-url="true"
      aria-current={current ? 'page' : undefined}
      data-words={`${person.name} ${person.title} ${person.unit}`}
    >
      <Avatar name={person.name} />
      <span class="person-words">
        <span class="person-line">
          <span class="person-name">
            {person.name} <small>{person.title}</small>
          </span>
          {last !== undefined && <time class="person-time">{shortTime(last.createdAt, chat.now())}</time>}
        </span>
        <span class="person-line">
          <span class="person-last">{last === undefined ? '还没有消息' : messageLine(last)}</span>
          {unread > 0 && <span class="badge">{unread > 99 ? '99+' : unread}</span>}
        </span>
      </span>
    </a>
  )
}
