import { inbox as en } from './en/inbox'
import { choose } from './index'
import { inbox as nb } from './nb/inbox'
import { inbox as nn } from './nn/inbox'

export const inbox = choose({ nb, nn, en })
