import type { InternalAxiosRequestConfig } from 'axios';
import { attemptOf } from './attempt.js';

/** An axios request interceptor: every attempt passes it, so that each is signed anew. */
export function signRequest(config: InternalAxiosRequestConfig): InternalAxiosRequestConfig {
  attemptOf(config).sign();
  return config;
}
