import type { NotesText } from '../nb/notes'

/** Words of one's own notes. */
export const notes: NotesText = {
  title: 'My notes',
  why: 'What you have written to yourself in posts',
  onlyYou: 'Only you can read this. No leader and no colleague sees it.',
  none: 'No notes yet',
  noneWhy: 'Some posts ask what you think. What you answer is kept here.',
  remove: 'Delete the note',
  sure: 'Delete the note? It cannot be brought back.',
  yes: 'Yes, delete',
  keep: 'Keep',
  removed: 'The note is deleted.',
  offline: 'You need a network to delete.',
  failed: 'The note was not deleted. Try again in a while.',
  waiting: 'What you have written without a network comes here once it is sent.',
  more: 'Show more',
}
