import { path as en } from './en/path'
import { choose } from './index'
import { path as nb } from './nb/path'
import { path as nn } from './nn/path'

export const path = choose({ nb, nn, en })
