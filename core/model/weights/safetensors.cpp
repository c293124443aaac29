// SPDX-FileCopyrightText: 2026 MIA Studio contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/weights/safetensors.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <set>

#include "base/error.h"
#include "base/files.h"
#include "base/json.h"
#include "model/weights/safetensors_types.h"

namespace mia::model {

static_assert(std::endian::native == std::endian::little, "safetensors files are little-endian");

struct SafeTensors::Mapping {
  char* data = nullptr;
  std::size_t size = 0;
  ~Mapping() {
    if (data != nullptr) ::munmap(data, size);
  }

  // Private and writable: a tensor over it behaves like any other, and the file never changes.
  static std::shared_ptr<const Mapping> of(const std::filesystem::path& file) {
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
      throw Error(errno == ENOENT ? ErrorKind::kNotFound : ErrorKind::kIo,
                  "Cannot read " + file.string() + ": " + std::strerror(errno));
    }
    struct stat status = {};
    ::fstat(descriptor, &status);
    const auto size = static_cast<std::size_t>(status.st_size);
    void* data = size == 0 ? MAP_FAILED
                           : ::mmap(nullptr, size, PROT_READ | PROT_WRITE,
                                    MAP_PRIVATE | MAP_NORESERVE, descriptor, 0);
    ::close(descriptor);
    if (data == MAP_FAILED) {
      throw Error(size == 0 ? ErrorKind::kBadInput : ErrorKind::kIo,
                  file.string() + (size == 0 ? " is empty" : " cannot be mapped into memory"));
    }
    auto mapping = std::make_shared<Mapping>();
    mapping->data = static_cast<char*>(data);
    mapping->size = size;
    return mapping;
  }
};

namespace {

constexpr std::size_t kMaximalHeader = 100'000'000;

Error malformed(const std::string& where, const std::string& why) {
  return Error(ErrorKind::kBadInput, where + " is not a valid safetensors file: " + why);
}

// nlohmann keeps the last of two equal keys; the format forbids them.
Json parseHeader(std::string_view text, const std::string& where) {
  std::set<std::string> seen;
  std::string twice;
  const auto watch = [&](int depth, Json::parse_event_t event, Json& value) {
    if (event == Json::parse_event_t::key && depth == 1 &&
        !seen.insert(value.get<std::string>()).second) {
      twice = value.get<std::string>();
    }
    return true;
  };
  Json header;
  try {
    header = Json::parse(text, watch);
  } catch (const nlohmann::json::parse_error&) {
    throw malformed(where, "its header is not JSON");
  }
  if (!twice.empty()) throw malformed(where, "\"" + twice + "\" stands in it twice");
  if (!header.is_object()) throw malformed(where, "its header is not an object");
  return header;
}

struct Span {
  std::uint64_t begin;
  std::uint64_t end;
  std::string name;
};

// Elements of a shape, with the multiplication checked.
std::uint64_t countElements(const std::vector<std::int64_t>& shape, const std::string& where,
                            const std::string& name) {
  std::uint64_t count = 1;
  for (const std::int64_t size : shape) {
    if (size < 0 || __builtin_mul_overflow(count, static_cast<std::uint64_t>(size), &count)) {
      throw malformed(where, "the shape of \"" + name + "\" is impossible");
    }
  }
  return count;
}

// The format allows neither holes nor overlaps: sorted by offset, spans follow each other.
void checkSpans(std::vector<Span> spans, std::uint64_t bufferSize, const std::string& where) {
  std::sort(spans.begin(), spans.end(), [](const Span& a, const Span& b) {
    return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
  });
  std::uint64_t position = 0;
  for (const Span& span : spans) {
    if (span.begin != position) {
      throw malformed(where, "a hole or an overlap stands before \"" + span.name + "\"");
    }
    position = span.end;
  }
  if (position != bufferSize) {
    throw malformed(where, "its tensors take " + std::to_string(position) +
                               " bytes, but it holds " + std::to_string(bufferSize));
  }
}

}  // namespace

void SafeTensors::addFile(const std::filesystem::path& file) {
  const std::string where = file.string();
  const auto mapping = Mapping::of(file);
  std::uint64_t headerSize = 0;
  if (mapping->size < 8) throw malformed(where, "it is shorter than 8 bytes");
  std::memcpy(&headerSize, mapping->data, 8);
  if (headerSize > kMaximalHeader || headerSize > mapping->size - 8) {
    throw malformed(where, "its header is longer than the file or than 100 MB");
  }
  const std::uint64_t bufferStart = 8 + headerSize;
  const Json header = parseHeader({mapping->data + 8, headerSize}, where);
  std::vector<Span> spans;
  for (const auto& [name, value] : header.items()) {
    if (name == "__metadata__") {
      for (const auto& [key, text] : value.items()) {
        if (!text.is_string()) throw malformed(where, "its metadata are not all strings");
        metadata_[key] = text.get<std::string>();
      }
      continue;
    }
    Entry entry;
    const std::string field = where + ", tensor \"" + name + "\"";
    entry.mapping = mapping;
    entry.dtype = require<std::string>(value, "dtype", field);
    entry.shape = require<std::vector<std::int64_t>>(value, "shape", field);
    const auto offsets = require<std::vector<std::uint64_t>>(value, "data_offsets", field);
    if (offsets.size() != 2 || offsets[0] > offsets[1]) {
      throw malformed(where, "the offsets of \"" + name + "\" are not [begin, end]");
    }
    const std::uint64_t bits = bitsOfType(entry.dtype, field);
    const std::uint64_t elements = countElements(entry.shape, where, name);
    if (elements > (std::uint64_t{1} << 56) || elements * bits != (offsets[1] - offsets[0]) * 8) {
      throw malformed(where, "the size of \"" + name + "\" does not fit its shape and type");
    }
    entry.begin = bufferStart + offsets[0];
    spans.push_back({offsets[0], offsets[1], name});
    if (!entries_.emplace(name, std::move(entry)).second) {
      throw malformed(where, "another shard holds \"" + name + "\" as well");
    }
  }
  checkSpans(std::move(spans), mapping->size - bufferStart, where);
}

SafeTensors SafeTensors::open(const std::filesystem::path& file) {
  SafeTensors tensors;
  tensors.where_ = file.string();
  tensors.addFile(file);
  return tensors;
}

SafeTensors SafeTensors::openFolder(const std::filesystem::path& folder) {
  if (std::filesystem::exists(folder / "model.safetensors")) {
    return open(folder / "model.safetensors");
  }
  const std::filesystem::path indexFile = folder / "model.safetensors.index.json";
  if (!std::filesystem::exists(indexFile)) {
    throw Error(ErrorKind::kNotFound,
                folder.string() + " has neither model.safetensors nor model.safetensors.index.json",
                "Weights in another format have to be converted to safetensors first");
  }
  const auto map = require<std::map<std::string, std::string>>(readJsonFile(indexFile),
                                                               "weight_map", indexFile.string());
  std::set<std::string> shards;
  for (const auto& [name, shard] : map) {
    if (std::filesystem::path(shard).filename() != shard) {
      throw Error(ErrorKind::kBadInput,
                  indexFile.string() + " names a shard outside its folder: " + shard);
    }
    shards.insert(shard);
  }
  SafeTensors tensors;
  tensors.where_ = indexFile.string();
  for (const std::string& shard : shards) tensors.addFile(folder / shard);
  for (const auto& [name, shard] : map) {
    if (!tensors.contains(name)) {
      throw Error(ErrorKind::kBadInput, indexFile.string() + " says that " + shard + " holds \"" +
                                            name + "\", but no shard does");
    }
  }
  return tensors;
}

std::vector<std::string> SafeTensors::names() const {
  std::vector<std::string> names;
  names.reserve(entries_.size());
  for (const auto& [name, entry] : entries_) names.push_back(name);
  return names;
}

const SafeTensors::Entry& SafeTensors::entry(const std::string& name) const {
  const auto found = entries_.find(name);
  if (found == entries_.end()) {
    throw Error(ErrorKind::kNotFound, where_ + " has no tensor \"" + name + "\"");
  }
  return found->second;
}

std::vector<std::int64_t> SafeTensors::shape(const std::string& name) const {
  return entry(name).shape;
}

torch::Tensor SafeTensors::tensor(const std::string& name) const {
  const Entry& found = entry(name);
  const torch::ScalarType type = torchType(found.dtype, where_ + ", tensor \"" + name + "\"");
  char* data = found.mapping->data + found.begin;
  const auto keep = found.mapping;
  if (reinterpret_cast<std::uintptr_t>(data) % c10::elementSize(type) == 0) {
    return torch::from_blob(
        data, found.shape, [keep](void*) {}, type);
  }
  torch::Tensor copy = torch::empty(found.shape, type);
  if (copy.nbytes() > 0) std::memcpy(copy.data_ptr(), data, copy.nbytes());
  return copy;
}

}  // namespace mia::model
