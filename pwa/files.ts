/**
 * Which files the app is built into. What every device carries is one file a feature: thirty are kept for offline in half the time
 * of a hundred and fifty. What only the features of those who make content need is no part of it, and is fetched when opened.
 */
import type { Rolldown } from 'vite';

const START = '/src/main.tsx';
const FETCHED_WHEN_OPENED = ['studio', 'competitions', 'goals', 'walls'];

/** What is asked of the bundler about a module. */
type Asked = Pick<Rolldown.ChunkingContext, 'getModuleInfo'>;

/** The feature that a screen fetched on its own belongs to; the kinds of cards stand apart from the player, the rest is shared. */
function featureOf(id: string): string {
  const [, feature, folder] = /\/src\/features\/([\w-]+)\/(\w+)/.exec(id) ?? [];
  if (feature === 'play' && (folder === 'kinds' || folder === 'talk')) return 'kinds';
  return feature ?? 'shared';
}

/** Every module that one needs at once, itself included. */
function needs(id: string, asked: Asked, found = new Set<string>()): Set<string> {
  if (found.has(id)) return found;
  found.add(id);
  asked.getModuleInfo(id)?.importedIds.forEach((each) => needs(each, asked, found));
  return found;
}

/** The features that need each module. What the app needs to start is needed by `app` alone. */
function usersOf(start: string, asked: Asked): Map<string, Set<string>> {
  const app = needs(start, asked);
  const users = new Map([...app].map((id) => [id, new Set(['app'])]));
  const screens = new Set<string>();
  const look = (id: string): void => asked.getModuleInfo(id)?.dynamicallyImportedIds.forEach((screen) => {
    if (screens.has(screen)) return;
    screens.add(screen);
    const all = needs(screen, asked);
    [...all].filter((each) => !app.has(each)).forEach((each) => {
      users.set(each, (users.get(each) ?? new Set()).add(featureOf(screen)));
    });
    all.forEach(look);
  });
  app.forEach(look);
  return users;
}

/** The file of what these features need, none of its own where no device carries it. Files never need each other in a circle. */
function fileOf(users: Set<string>): string | null {
  const carried = [...users].filter((each) => !FETCHED_WHEN_OPENED.includes(each));
  if (carried.includes('sign-in')) return 'sign-in';
  if (carried.length === 2 && carried.includes('play') && carried.includes('kinds')) return 'play';
  return carried.length > 1 ? 'shared' : (carried[0] ?? null);
}

/** The rule for the bundler, and the names of the files it made that every device carries. */
export function files() {
  const carried = new Set(['rolldown-runtime']);
  let users: Map<string, Set<string>> | null = null;
  const name = (id: string, asked: Asked): string | null => {
    users ??= usersOf(`${import.meta.dirname}${START}`, asked);
    const file = fileOf(users.get(id) ?? new Set());
    if (file) carried.add(file);
    return file;
  };
  return { carried, rule: { includeDependenciesRecursively: false, groups: [{ name }] } };
}
