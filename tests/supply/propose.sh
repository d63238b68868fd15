#!/bin/sh
# What make lock found is newer goes to a branch of its own, from which somebody makes a proposal; GitLab makes it by itself.
set -eu
pins=$(git ls-files '*requirements.txt')
if git diff --quiet -- $pins; then
  echo "Every package is at its newest version."
  exit 0
fi
git switch --quiet --force-create newer-packages
git add -- $pins
git -c user.name="Practice standards" -c user.email=practice-standards@host.invalid -c commit.gpgsign=false \
  commit --quiet --message "Newer versions of packages" -- $pins
git push --quiet --force ${GITLAB_CI:+--push-option=merge_request.create} origin HEAD:refs/heads/newer-packages
echo "The branch newer-packages holds newer versions: make a proposal of it, and take it in once its tests pass."
