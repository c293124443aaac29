// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <optional>

namespace mia {

/// A file that is locked for as long as this lives; the system lets go of it when its process dies,
/// so a dead process is told from a living one. It belongs to the open file (F_OFD_SETLK of
/// fcntl(2)): two in one process exclude each other too, and asking whether it is held never keeps
/// anybody from locking.
class FileLock {
 public:
  /// Both make the file when there is none. Error kIo.
  static FileLock wait(const std::filesystem::path& file);
  /// None when it is held already.
  static std::optional<FileLock> tryLock(const std::filesystem::path& file);
  /// Whether anybody holds it, this process too; false when there is no such file.
  static bool isHeld(const std::filesystem::path& file);

  FileLock(FileLock&& other) noexcept;
  FileLock& operator=(FileLock&&) = delete;
  ~FileLock();

 private:
  explicit FileLock(const std::filesystem::path& file);
  bool take(int command, const std::filesystem::path& file);

  int descriptor_ = -1;
};

}  // namespace mia
