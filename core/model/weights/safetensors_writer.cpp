// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

#include "base/error.h"
#include "base/json.h"
#include "model/weights/safetensors.h"
#include "model/weights/safetensors_types.h"

namespace mia::model {
namespace {

// A file that appears under its name only when it is whole and on the disk.
class PartialFile {
 public:
  explicit PartialFile(const std::filesystem::path& file)
      : file_(file), partial_(file.string() + ".partial-" + std::to_string(::getpid())) {
    descriptor_ = ::open(partial_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (descriptor_ < 0) throw failure("write");
  }
  ~PartialFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (!done_) ::unlink(partial_.c_str());
  }
  PartialFile(const PartialFile&) = delete;
  PartialFile& operator=(const PartialFile&) = delete;

  void write(const void* data, std::size_t size) {
    const char* position = static_cast<const char*>(data);
    while (size > 0) {
      const ssize_t written = ::write(descriptor_, position, size);
      if (written < 0 && errno == EINTR) continue;
      if (written < 0) throw failure("write");
      position += written;
      size -= static_cast<std::size_t>(written);
    }
  }

  void finish() {
    if (::fsync(descriptor_) != 0) throw failure("write");
    if (::rename(partial_.c_str(), file_.c_str()) != 0) throw failure("replace");
    done_ = true;
  }

 private:
  Error failure(const std::string& action) const {
    return Error(errno == ENOSPC ? ErrorKind::kResource : ErrorKind::kIo,
                 "Cannot " + action + " " + file_.string() + ": " + std::strerror(errno));
  }

  std::filesystem::path file_;
  std::filesystem::path partial_;
  int descriptor_ = -1;
  bool done_ = false;
};

Json headerOf(const NamedTensors& tensors, const std::map<std::string, std::string>& metadata) {
  Json header = Json::object();
  header["__metadata__"] = metadata;
  std::uint64_t offset = 0;
  for (const auto& [name, tensor] : tensors) {
    const std::uint64_t end = offset + tensor.nbytes();
    if (header.contains(name)) {
      throw Error(ErrorKind::kInternal, "The tensor \"" + name + "\" would be written twice");
    }
    header[name] = {{"dtype", safeTensorsType(tensor.scalar_type())},
                    {"shape", tensor.sizes().vec()},
                    {"data_offsets", {offset, end}}};
    offset = end;
  }
  return header;
}

}  // namespace

void writeSafeTensors(const std::filesystem::path& file, const NamedTensors& tensors,
                      std::map<std::string, std::string> metadata) {
  metadata["format"] = "pt";
  NamedTensors ordered = tensors;
  std::sort(ordered.begin(), ordered.end(), [](const auto& a, const auto& b) {
    const auto sizeA = a.second.element_size(), sizeB = b.second.element_size();
    return sizeA != sizeB ? sizeA > sizeB : a.first < b.first;
  });
  std::string header = headerOf(ordered, metadata).dump();
  header.resize((header.size() + 7) / 8 * 8, ' ');
  const std::uint64_t headerSize = header.size();
  PartialFile out(file);
  out.write(&headerSize, sizeof headerSize);
  out.write(header.data(), header.size());
  for (const auto& [name, tensor] : ordered) {
    const torch::Tensor whole = tensor.detach().cpu().contiguous();
    out.write(whole.data_ptr(), whole.nbytes());
  }
  out.finish();
}

}  // namespace mia::model
