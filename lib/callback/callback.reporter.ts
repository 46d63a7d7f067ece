import { Inject, Injectable, Logger, type LoggerService } from '@nestjs/common';
import { callHook } from '../client/hook.js';
import { ImAppRegistry } from '../im.app-registry.js';
import type { ImApp } from '../im.app.js';
import type { ImCallbackEvent, ImCallbackOutcome, ImVerdictEvent } from '../im.hooks.js';
import type { CallbackAnswer } from './callback.answer.js';
import type { CallbackExchange } from './callback.exchange.js';
import { logFailure } from './callback.failure.js';
import { IM_EVENTS } from './events/event.map.js';

/** How a callback was answered. */
export interface CallbackReport {
  readonly app: ImApp | undefined;
  readonly event: string;
  /** When it came, by `performance.now()`. */
  readonly startedAt: number;
  readonly outcome: ImCallbackOutcome;
  readonly status: number;
  readonly reason: string | undefined;
}

/** Tells the apps' hooks and logs how callbacks were answered. */
@Injectable()
export class ImCallbackReporter {
  readonly #logger = new Logger('RongCloudIm');

  constructor(@Inject(ImAppRegistry) private readonly registry: ImAppRegistry) {}

  /** Tells the hook of the app, or of all apps when it is nobody's callback. */
  report(report: CallbackReport): void {
    if (report.app !== undefined) {
      tell(report.app, report);
      return;
    }
    for (const app of this.registry.list()) tell(app, report);
  }

  /** Tells how a handler has answered. */
  answered(exchange: CallbackExchange, app: ImApp, answer: CallbackAnswer): void {
    const { hooks, logger } = app.settings;
    const { handler, startedAt } = exchange;
    const { outcome, reason, status } = answer;
    if (hooks.onCallback !== undefined) {
      tell(app, { app, event: handler.event, startedAt, outcome, status, reason });
    }
    if (answer.verdict === undefined || hooks.onVerdict === undefined) return;
    const durationMs = performance.now() - startedAt;
    const event: ImVerdictEvent = {
      app: app.name,
      event: handler.event,
      verdict: answer.verdict.kind,
      by: outcome === 'handled' ? 'handler' : 'onError',
      reason: outcome === 'handled' ? undefined : reason,
      durationMs,
      inTime: durationMs < IM_EVENTS[handler.event].platformWaitsMs,
    };
    callHook(hooks.onVerdict, event, logger);
  }

  /**
   * Tells of a refusal, and logs it: a refusal is a wrong set-up or an attack.
   * @param message Says more than the reason; it must not quote the request.
   */
  refused(report: Omit<CallbackReport, 'outcome'>, message?: string): void {
    const { app, reason = 'unknown', status } = report;
    const detail = message === undefined ? '' : ` ${message}`;
    this.loggerOf(app).warn(`${nameOf(report)} refused with ${status}: ${reason}.${detail}`);
    this.report({ ...report, outcome: 'rejected' });
  }

  /** Tells of a callback that could not be looked at, and logs why. */
  failed(report: Omit<CallbackReport, 'outcome'>, error: unknown): void {
    const { reason = 'unknown', status } = report;
    const what = `${nameOf(report)} failed with ${status}, ${reason}`;
    logFailure(this.loggerOf(report.app), what, error);
    this.report({ ...report, outcome: 'failed' });
  }

  /** Where log lines go: to the app's logger, also for nobody's callback when there is just one app. */
  loggerOf(app: ImApp | undefined): LoggerService {
    return (app ?? this.registry.only())?.settings.logger ?? this.#logger;
  }
}

function nameOf({ app, event }: Omit<CallbackReport, 'outcome'>): string {
  return `Callback ${event}${app ? ` of app '${app.name}'` : ''}`;
}

function tell(app: ImApp, report: CallbackReport): void {
  const { onCallback } = app.settings.hooks;
  if (onCallback === undefined) return;
  const event: ImCallbackEvent = {
    app: report.app?.name,
    event: report.event,
    outcome: report.outcome,
    reason: report.reason,
    status: report.status,
    durationMs: performance.now() - report.startedAt,
  };
  callHook(onCallback, event, app.settings.logger);
}
