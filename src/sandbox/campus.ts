/** A campus chat with one bot in it, behind Feishu's wire protocol. */
import type { Hono } from 'hono'
import { createApi } from './api/api.ts'
import { enter, say, sendFile, tap, tapMenu } from './chat.ts'
import type { CampusChat, Faults } from './model.ts'
import type { CampusOptions } from './options.ts'
import { type CampusParts, createParts } from './parts.ts'
import { type Personnel, personnelOf } from './personnel.ts'
import type { Entry } from './storage.ts'
import { type UrlVerdict, verifyUrl } from './verify-url.ts'

export interface Campus {
  /** The chat as people use it. */
  readonly chat: CampusChat
  /** Feishu's HTTP API; mount it at the root of a server. */
  readonly api: Hono
  /** What the university's personnel office does in Feishu's admin console; each act emits its event. */
  readonly personnel: Personnel
  /** Checks the webhook as Feishu's console does when its address is saved. */
  verifyUrl(): Promise<UrlVerdict>
  /** How many long connections the app has open. While there is one, events and taps go over it. */
  longConnections(): number
  /** Cuts the connections and stops the timers of pending retries; the storage keeps what is pending. */
  close(): void
}

/** Opens the campus with the chats that its storage holds, and takes up the deliveries that were pending. */
export function createCampus(options: CampusOptions): Campus {
  const parts = createParts(options)
  restore(parts, options)
  return {
    chat: chatOf(parts, options),
    api: createApi(parts),
    personnel: personnelOf(parts),
    verifyUrl: () => verifyUrl(parts.wire),
    longConnections: parts.connections.count,
    close() {
      parts.connections.cut()
      parts.events.close()
    },
  }
}

/** Rebuilds the state from the log, moves the clock as far as it had been moved, and shortens the log. */
function restore(parts: CampusParts, options: CampusOptions): void {
  const entries = parts.journal.entries()
  for (const entry of entries) {
    parts.messages.replay(entry)
    parts.files.replay(entry)
    parts.directory.replay(entry)
    parts.events.replay(entry)
    if (entry.what === 'clock') parts.moved.days += entry.days
  }
  if (parts.moved.days !== 0) options.clock.moveDays(parts.moved.days)
  const present = snapshot(parts)
  if (present.length < entries.length) parts.journal.compact(present)
  parts.events.resume()
}

function snapshot(parts: CampusParts): Entry[] {
  const { days } = parts.moved
  const clock: Entry[] = days === 0 ? [] : [{ what: 'clock', days }]
  return [
    ...clock,
    ...parts.directory.snapshot(),
    ...parts.files.snapshot(),
    ...parts.messages.snapshot(),
    ...parts.events.snapshot(),
  ]
}

function chatOf(parts: CampusParts, options: CampusOptions): CampusChat {
  return {
    people: () => parts.directory.people,
    menu: () => options.menu,
    messages: parts.messages.ofPerson,
    unread: parts.messages.unread,
    markRead: (openId) => markRead(parts, openId),
    file: parts.files.find,
    say: (openId, text, repliesTo) => say(parts, openId, text, repliesTo),
    sendFile: (openId, file) => sendFile(parts, openId, file),
    tapMenu: (openId, key) => tapMenu(parts, openId, key),
    enter: (openId) => enter(parts, openId),
    tap: (openId, messageId, what) => tap(parts, openId, messageId, what),
    faults: parts.faults.current,
    misbehave: (faults) => misbehave(parts, faults),
    now: parts.now,
    moveClock: (days) => moveClock(parts, options, days),
    subscribe: parts.listeners.subscribe,
  }
}

function misbehave(parts: CampusParts, faults: Faults): void {
  parts.faults.set(faults)
  if (faults.down === true) parts.connections.cut()
}

function markRead(parts: CampusParts, openId: string): void {
  if (parts.messages.unread(openId) === 0) return
  parts.messages.markRead(openId)
  parts.listeners.tell({ openId, what: 'read' })
}

function moveClock(parts: CampusParts, options: CampusOptions, days: number): void {
  parts.moved.days += days
  parts.journal.record({ what: 'clock', days })
  options.clock.moveDays(days)
  parts.listeners.tell({ openId: '', what: 'clock' })
  void parts.events.runDue()
}
