import { TestBed } from '@angular/core/testing';
import { Session } from '../api/session';
import { givenServer } from '../testing';
import { CertificateLink } from './certificate-link';

const account = (role: string) => ({
  account: { username: 'a', name: 'a', roles: [role], place: { id: 'city', kind: 'city', name: '市' } },
  demonstration: null,
});

/** The link as a signed-in person of one role sees it. */
async function open(role: string, of: 'scores' | 'allocation'): Promise<HTMLAnchorElement | null> {
  givenServer({ 'GET /api/session': { body: account(role) } });
  await TestBed.inject(Session).load();
  const fixture = TestBed.createComponent(CertificateLink);
  fixture.componentRef.setInput('of', of);
  fixture.componentRef.setInput('run', 'run-1');
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).querySelector('a');
}

describe('the link to a certificate', () => {
  it.each([
    ['scores', '/api/scoring-runs/run-1/certificate'],
    ['allocation', '/api/allocation-runs/run-1/certificate'],
  ] as const)('of %s saves the certificate of the run', async (of, address) => {
    const link = await open('leader', of);
    expect(link?.getAttribute('href')).toBe(address);
    expect(link?.hasAttribute('download')).toBe(true);
  });

  it('is offered to no county: a certificate holds the values of all', async () => {
    expect(await open('countyOfficer', 'scores')).toBeNull();
  });
});
