import { createParamDecorator, type ExecutionContext, UnauthorizedException } from '@nestjs/common';

interface RequestHeaders {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** The user who calls. It stands in for your login: read the id from a session or a token that you verified. */
export const Caller: () => ParameterDecorator = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => {
    const userId = context.switchToHttp().getRequest<RequestHeaders>().headers['x-user-id'];
    if (typeof userId === 'string' && userId !== '') return userId;
    throw new UnauthorizedException('The header x-user-id says who calls.');
  },
);
