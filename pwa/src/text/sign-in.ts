import { signIn as en } from './en/sign-in'
import { choose } from './index'
import { signIn as nb } from './nb/sign-in'
import { signIn as nn } from './nn/sign-in'

export const signIn = choose({ nb, nn, en })
