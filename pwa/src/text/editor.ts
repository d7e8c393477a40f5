import { editor as en } from './en/editor'
import { choose } from './index'
import { editor as nb } from './nb/editor'
import { editor as nn } from './nn/editor'

export const editor = choose({ nb, nn, en })
